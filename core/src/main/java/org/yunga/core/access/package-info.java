/** Who may do more than read: tokens, until there are accounts. */
package org.yunga.core.access;
