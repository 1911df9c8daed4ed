using FaceFusion.Training.Synthesis;

namespace FaceFusion.Training.Tests;

public class HeldOutTests
{
    [Theory]
    [InlineData("pictures/london_neutral/173.jpg", true)]
    [InlineData("pictures/london_smiling/126.jpg", true)]
    [InlineData("pictures/london_smiling/125.jpg", false)]
    [InlineData("pictures/zoom/173.jpg", false)]
    [InlineData("frames/book/0001.png", true)]
    [InlineData("frames/night/0001.png", true)]
    [InlineData("frames/again/0001.png", false)]
    public void People_are_told_by_number_or_clip(string picture, bool isHeldOut) =>
        Assert.Equal(isHeldOut, HeldOut.Load().Contains(picture));
}
