namespace FaceFusion.Fusion.Swap;

/// <summary>What a feather's widths are measured in.</summary>
public enum FeatherUnit
{
    /// <summary>Percent of the distance between the eyes: the same look however large the face is.</summary>
    InterOcularPercent,

    /// <summary>Pixels of the frame at full resolution: the same width on every face.</summary>
    Pixels,
}
