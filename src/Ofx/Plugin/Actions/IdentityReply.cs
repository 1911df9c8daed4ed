namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>The answer that a frame of an input is the result, so that nothing need be rendered.</summary>
/// <param name="ClipName">The input.</param>
/// <param name="Time">The time of its frame.</param>
public readonly record struct IdentityReply(string ClipName, double Time);
