/** Administrators' pages about people: a new one, and one with all that is theirs. */
package org.sallyport.admin.user;
