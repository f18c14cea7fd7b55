package vn.binhdang.testing;

class SharedContextFirstTest extends SharedContext {}
