package org.datamarket.study.sensitivity;

/** Where a number lies, with some confidence; NaN where that is not known. */
record Interval(double low, double high) {}
