/** People: who they are and how their passwords are checked. */
package org.sallyport.user;
