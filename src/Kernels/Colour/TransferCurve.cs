namespace FaceFusion.Kernels.Colour;

/// <summary>What a host's pixel values mean.</summary>
public enum TransferCurve
{
    /// <summary>Already display-referred (sRGB or Rec.709 as seen): taken as they are.</summary>
    Display,

    /// <summary>
    /// Scene-linear with Rec.709 primaries: encoded by the sRGB curve of IEC 61966-2-1, odd-symmetric below 0 and
    /// continued by its power law above 1.
    /// </summary>
    SceneLinear,
}
