/**
 * The one door for files that somebody brings: {@link org.yunga.geodata.inspect.Intake} finds out
 * what a file brings where nobody says it, and has it inspected by those who know that kind. A new
 * kind of data is a line there.
 */
package org.yunga.geodata.inspect;
