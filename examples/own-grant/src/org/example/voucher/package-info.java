/** An extension of Sallyport: a grant of its own, and a word in what happens beside it. */
package org.example.voucher;
