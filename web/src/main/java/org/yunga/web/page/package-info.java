/**
 * The map app's page as the server sends it: with the first view already in it (sentence, map as
 * SVG, ranked list), so that it can be read before any script has come, and without script.
 */
package org.yunga.web.page;
