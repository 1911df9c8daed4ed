namespace FaceFusion.Host;

/// <summary>Where a frame can be copied from, rendering saved.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="Time">The time in it, in frames.</param>
public readonly record struct IdentityReply(string Clip, double Time);
