/** Networks: who sees whom. */
package org.datamarket.model.reach;
