/**
 * The parts of HTTP that every resource shares: parameters, choice of representation, problem
 * details, entity tags, compression, static files. Knows nothing of coca or regions.
 */
package org.yunga.web.http;
