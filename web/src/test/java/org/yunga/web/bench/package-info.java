/** Benchmarks that {@code scripts/bench} runs; not tests, and never asserted as a time in one. */
package org.yunga.web.bench;
