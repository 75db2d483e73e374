/** Named random streams from one 64-bit seed. Never: anything else. */
package org.datamarket.random;
