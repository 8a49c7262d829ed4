/**
 * The one door to the questions. Each has a small query record, answers come from one snapshot and
 * name its release. Series are never mixed, and what is not known is said, not left out.
 */
package org.yunga.core.monitor;
