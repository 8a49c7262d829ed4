/** The command line: {@code scripts/run} and {@code scripts/yunga} end here. */
package org.yunga.web.cli;
