/** How much work one question may take, and what is said where it is too much. */
package org.yunga.core.work;
