namespace FaceFusion.Node.Images;

/// <summary>What the artist says of a plate's numbers; the order is that of the parameter's options.</summary>
internal enum InputSpace
{
    /// <summary>What the host says of the clip, else by host and bit depth.</summary>
    Automatic,

    /// <summary>Display-referred: sRGB or Rec.709.</summary>
    Display,

    /// <summary>Scene-linear light, Rec.709 primaries.</summary>
    SceneLinear,
}
