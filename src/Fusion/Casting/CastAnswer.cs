namespace FaceFusion.Fusion.Casting;

/// <summary>What a cast makes of a face.</summary>
/// <param name="Person">Whom it is, or is most like, from 0; −1 in a cast of nobody.</param>
/// <param name="Distance">How unlike the two are, 0 to 1.</param>
/// <param name="IsPerson">Whether it is that person.</param>
public readonly record struct CastAnswer(int Person, double Distance, bool IsPerson);
