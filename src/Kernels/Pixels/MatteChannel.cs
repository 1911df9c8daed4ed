namespace FaceFusion.Kernels.Pixels;

/// <summary>Which channel of an image is taken for a matte. An image of one channel has that one, whatever is asked for.</summary>
public enum MatteChannel
{
    /// <summary>Alpha; of an image without alpha the mean of red, green and blue.</summary>
    Alpha,

    /// <summary>
    /// 0.2126 red + 0.7152 green + 0.0722 blue (ITU-R BT.709-6) of the values as they are stored: neither linearised nor
    /// divided by alpha.
    /// </summary>
    Luminance,

    /// <summary>Red as it is stored.</summary>
    Red,

    /// <summary>Green as it is stored.</summary>
    Green,

    /// <summary>Blue as it is stored.</summary>
    Blue,
}
