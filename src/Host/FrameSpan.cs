namespace FaceFusion.Host;

/// <summary>A span of frames.</summary>
/// <param name="First">First frame.</param>
/// <param name="Last">Last frame, inclusive.</param>
public readonly record struct FrameSpan(double First, double Last);
