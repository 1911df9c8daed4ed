namespace FaceFusion.Fusion;

/// <summary>In which order the faces of a frame are counted.</summary>
public enum FaceOrder
{
    /// <summary>By falling area of the box.</summary>
    Largest,

    /// <summary>By the box's centre, from the left edge of the frame.</summary>
    FromLeft,

    /// <summary>By the box's centre, from the right edge of the frame.</summary>
    FromRight,

    /// <summary>By the box's centre, from the top of the frame.</summary>
    FromTop,

    /// <summary>By the distance of the box's centre from the frame's.</summary>
    NearestCentre,

    /// <summary>Every face, the largest first; the number doesn't matter.</summary>
    All,

    /// <summary>The face at a point that somebody picked.</summary>
    Picked,

    /// <summary>By the detector's falling certainty.</summary>
    Best,

    /// <summary>By who they are: the people of a cast; the number doesn't matter.</summary>
    Person,
}
