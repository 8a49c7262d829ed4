/**
 * Files as offices should not send them, each with the problem that it must yield: {@code
 * bad-files/list.csv} in the test resources says which. Texts are committed as they are; what is
 * binary is made by {@link org.yunga.geodata.badfiles.BinaryFiles}.
 */
package org.yunga.geodata.badfiles;
