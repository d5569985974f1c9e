/** A resource server: notes, for whoever has a token that may read or write them. */
package org.example.notes;
