namespace FaceFusion.Fusion.Recognition;

/// <summary>The gender a face looks like to a classifier.</summary>
public enum ApparentGender
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
