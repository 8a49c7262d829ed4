/** Frames of coordinates and what is measured in them; every change of frame in core is here. */
package org.yunga.core.space;
