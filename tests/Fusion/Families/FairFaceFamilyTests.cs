using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.FairFace)]
public sealed class FairFaceFamilyTests
{
    private const int Size = 224, Plane = Size * Size, Pixel = 60 * Size + 160;

    [Fact]
    public void Race_gender_and_age_come_in_that_order_as_numbers_of_classes()
    {
        // Undone ImageNet mean and deviation, red times 10 is the race, blue times 4 the gender, green times 15 the age.
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 3, Size, Size)
            .Class("race", Pixel, 0.229f, 0.485f, 10).Class("gender", Pixel + 2 * Plane, 0.225f, 0.406f, 4).Class("age", Pixel + Plane, 0.224f, 0.456f, 15)
            .Output("race", 1).Output("gender", 1).Output("age", 1));
        Vector2[] points = [.. AlignmentTemplate.Arcface112V2.Points.ToArray().Select(point => Size * point + new Vector2(30, 20))];
        using ImageBuffer frame = SmallNetwork.Places(400, 300);
        FaceTraits traits = new FairFaceClassifier(network.Session).Classify(SmallNetwork.View(frame), points);

        // Red is 190.5 / 400, green 80.5 / 300 and blue a quarter: classes 4, 4 and 1.
        Assert.Equal(new FaceTraits(ApparentGender.Female, (30, 40), ApparentOrigin.Asian), traits);
    }
}
