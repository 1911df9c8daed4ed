namespace FaceFusion.Basis.Head;

/// <summary>The head model's materials that are drawn, by their numbers in the archive.</summary>
internal static class HeadMaterial
{
    public const int Face = 0;
    public const int Back = 1;
    public const int Gums = 2;
    public const int Teeth = 3;
    public const int LeftSclera = 4;
    public const int LeftIris = 5;
    public const int RightSclera = 6;
    public const int RightIris = 7;
}
