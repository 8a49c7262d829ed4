/**
 * The nouns of the API, one class each: they read parameters, ask the {@link
 * org.yunga.core.monitor.Monitor} and write the answer as JSON, GeoJSON or CSV. No counting here.
 */
package org.yunga.web.api;
