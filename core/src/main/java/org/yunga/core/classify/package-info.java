/** Class breaks of a map: computed once, named, and the same for colour, legend and print. */
package org.yunga.core.classify;
