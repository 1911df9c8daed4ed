namespace FaceFusion.Fusion.Detection;

/// <summary>What the score of a YuNet candidate is.</summary>
public enum YuNetScore
{
    /// <summary>√(class · objectness), as OpenCV has it.</summary>
    Root,

    /// <summary>class · objectness, as FaceFusion has it.</summary>
    Product,
}
