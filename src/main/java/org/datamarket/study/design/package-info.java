/** Designs: which combinations of levels are run. Never: files, clocks. */
package org.datamarket.study.design;
