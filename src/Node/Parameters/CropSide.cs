namespace FaceFusion.Node.Parameters;

/// <summary>The side of the crop that a swapping network looks at.</summary>
internal enum CropSide
{
    /// <summary>The network's own.</summary>
    Own,

    /// <summary>256 pixels.</summary>
    Side256,

    /// <summary>384 pixels.</summary>
    Side384,

    /// <summary>512 pixels.</summary>
    Side512,

    /// <summary>768 pixels.</summary>
    Side768,

    /// <summary>1024 pixels.</summary>
    Side1024,
}
