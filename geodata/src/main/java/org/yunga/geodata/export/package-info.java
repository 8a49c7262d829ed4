/**
 * What leaves Yunga as files: figures and regions of a release as tables with the names, words,
 * licences and styles that go with them. Knows the domain and {@link
 * org.yunga.geodata.table.Table}, and no format: who calls it chooses one.
 */
package org.yunga.geodata.export;
