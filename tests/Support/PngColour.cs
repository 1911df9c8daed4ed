namespace FaceFusion.TestSupport;

/// <summary>PNG's colour types.</summary>
public enum PngColour
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
