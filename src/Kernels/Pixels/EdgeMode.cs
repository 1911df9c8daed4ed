namespace FaceFusion.Kernels.Pixels;

/// <summary>What an operation sees beyond an image's sides.</summary>
public enum EdgeMode
{
    /// <summary>The nearest pixel of the image.</summary>
    Replicate,

    /// <summary>Zero in every channel: black and transparent.</summary>
    Zero,
}
