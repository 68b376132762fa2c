using FrameworkBench.Reading;

namespace FrameworkBench.Keeping;

/// <summary>A kept model that cannot be read, or cannot be exported.</summary>
/// <param name="path">Its file.</param>
/// <param name="message">What was found and what would be right.</param>
public sealed class KeptModelException(string path, string message) : InputException([new Problem(path, null, null, null, message)]);
