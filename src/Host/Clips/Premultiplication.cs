namespace FaceFusion.Host.Clips;

/// <summary>What alpha means for the colour.</summary>
public enum Premultiplication
{
    /// <summary>There is no alpha, or it is 1 everywhere.</summary>
    Opaque,

    /// <summary>Colour is multiplied by alpha.</summary>
    Premultiplied,

    /// <summary>Colour is not multiplied by alpha.</summary>
    Unpremultiplied,
}
