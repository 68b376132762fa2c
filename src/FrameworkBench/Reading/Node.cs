namespace FrameworkBench.Reading;

/// <summary>A piece of a YAML document that remembers where it stood; lines and columns count from 1.</summary>
internal abstract record Node(int Line, int Column);
