/** Words in the two languages of the users, and names that are not known. */
package org.yunga.core.text;
