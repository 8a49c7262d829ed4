/** How people and programs meet Yunga: command line, HTTP, map app. */
package org.yunga.web;
