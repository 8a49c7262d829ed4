/** Tests of the map app in real Chromium, against a real server. */
package org.yunga.web.browser;
