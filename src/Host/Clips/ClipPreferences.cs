namespace FaceFusion.Host.Clips;

/// <summary>What an effect prefers of its clips, after <c>GetClipPreferences</c>. Converting to it is the caller's work.</summary>
/// <param name="Clips">By clip name, the output included.</param>
/// <param name="FieldOrder">Fielding of the output.</param>
/// <param name="ContinuousSamples">Whether the output differs between frames.</param>
/// <param name="FrameVarying">Whether the output changes over time with nothing else changing.</param>
public sealed record ClipPreferences(
    IReadOnlyDictionary<string, ClipPreference> Clips, string FieldOrder, bool ContinuousSamples, bool FrameVarying);
