namespace FaceFusion.Node.Rendering;

/// <summary>Where the identity comes from; the order is that of the parameter's options.</summary>
internal enum IdentitySource
{
    /// <summary>The file when one is set, else the clip.</summary>
    Automatic,

    /// <summary>The still file.</summary>
    File,

    /// <summary>The Identity clip.</summary>
    Clip,
}
