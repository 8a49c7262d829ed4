/**
 * Files to download: those of each release, made once and kept on disk, and pages that list them.
 */
package org.yunga.web.files;
