package vn.binhdang.testing;

class SharedContextSecondTest extends SharedContext {}
