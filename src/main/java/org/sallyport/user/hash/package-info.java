/** How passwords are stored, here and in other systems: told apart by how a hash begins. */
package org.sallyport.user.hash;
