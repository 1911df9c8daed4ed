namespace FaceFusion.Fusion.Detection;

/// <summary>Which of a frame's faces a search is for.</summary>
public enum SearchGoal
{
    /// <summary>All of them.</summary>
    EveryFace,

    /// <summary>The largest face that can be located: the same one as among all; what is smaller may be missing.</summary>
    LargestFace,
}
