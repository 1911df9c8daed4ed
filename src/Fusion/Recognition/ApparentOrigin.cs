namespace FaceFusion.Fusion.Recognition;

/// <summary>FairFace's classes of origin, its two East Asian ones taken together.</summary>
public enum ApparentOrigin
{
    /// <summary>White.</summary>
    White,

    /// <summary>Black.</summary>
    Black,

    /// <summary>Latino.</summary>
    Latino,

    /// <summary>East or Southeast Asian.</summary>
    Asian,

    /// <summary>Indian.</summary>
    Indian,

    /// <summary>Middle Eastern.</summary>
    MiddleEastern,
}
