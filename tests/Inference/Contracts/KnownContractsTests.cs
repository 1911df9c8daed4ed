using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Inference.Tests.Contracts;

[Collection(nameof(SessionCache))]
public sealed class KnownContractsTests
{
    [Theory]
    [InlineData("inswapper", "target:1x3x128x128 source:1x512", "output:1x3x128x128")]
    [InlineData("inswapper", "source:1x512 target:1x3x128x128", "683:1x3x128x128")]
    [InlineData("hyperswap", "source:1x512 target:1x3x256x256", "output:1x3x256x256 mask:1x1x256x256")]
    [InlineData("simswap ghost hififace", "source:1x512 target:1x3x256x256", "output:1x3x256x256")]
    [InlineData("simswap", "source:1x512 target:1x3x512x512", "output:1x3x512x512")]
    [InlineData("blendswap", "target:1x3x256x256 source:1x3x112x112", "output:1x3x256x256")]
    [InlineData("uniface", "target:1x3x256x256 source:1x3x256x256", "output:1x3x256x256")]
    [InlineData("dfm", "in_face:0:?x224x224x3", "a:?x224x224x1 b:?x224x224x3 c:?x224x224x1")]
    [InlineData("dfm", "in_face:0:?x224x224x3 morph_value:0:1", "a:?x224x224x1 b:?x224x224x3 c:?x224x224x1")]
    [InlineData("crossface", "input:1x512", "output:1x512")]
    [InlineData("arcface", "input:?x3x112x112", "683:1x512")]
    [InlineData("scrfd", "input:1x3x?x?", "448:12800x1 471:3200x1 494:800x1 451:12800x4 474:3200x4 497:800x4 454:12800x10 477:3200x10 500:800x10")]
    [InlineData("yolo-face", "images:1x3x640x640", "output0:1x20x8400")]
    [InlineData("2dfan4", "input:1x3x256x256", "landmarks:1x68x3 heatmaps:1x68x64x64")]
    [InlineData("fan-68-5", "input:1x5x2", "output:1x68x2")]
    [InlineData("fairface", "input:1x3x224x224", "race:?x? gender:?x? age:?x?")]
    [InlineData("xseg", "input:1x256x256x3", "output:1x256x256x1")]
    [InlineData("bisenet", "input:1x3x512x512", "output:1x19x512x512 a:1x19x512x512 b:1x19x512x512")]
    [InlineData("face-restorer", "input:1x3x1024x1024", "output:1x3x1024x1024")]
    [InlineData("codeformer", "input:1x3x512x512 weight:", "output:1x3x512x512 logits:1x256x1024")]
    [InlineData("frame-enlarger", "input:1x3x?x?", "output:1x3x?x?")]
    [InlineData("frame-enlarger", "input:1x3x128x128", "output:1x3x512x512")]
    [InlineData("mediapipe-detector", "input:1x3x128x128", "regressors:1x896x16 classificators:1x896x1")]
    [InlineData("live-portrait-motion", "input:1x3x256x256", "a:1x1 b:1x1 c:1x1 d:1x1 e:1x3 f:1x21x3 g:1x21x3")]
    [InlineData("", "input:1x3x300x300", "output:1x81x4")]
    [InlineData("", "source:1x512 target:1x3x256x256", "output:1x3x128x128")]
    [InlineData("", "input:1x4x112x112", "output:1x512")]
    [InlineData("", "", "")]
    public void A_network_is_recognised_by_what_it_takes_and_gives(string families, string inputs, string outputs) =>
        Assert.Equal(families, string.Join(' ', KnownContracts.Recognise(Tensors(inputs), Tensors(outputs)).Select(family => family.Id)));

    [SkippableFact]
    public void The_public_networks_of_the_manifest_are_recognised_as_what_it_says()
    {
        ModelEntry[] entries = [.. ModelManifest.BuiltIn.Models.Where(entry => entry.Training is null && entry.Inputs.Count > 0)];
        Assert.NotEmpty(entries);
        foreach (ModelEntry entry in entries)
        {
            InferenceSession session = SessionCache.Get(SharedModels.Library().Require(entry.Id));
            Assert.Contains(KnownContracts.Recognise(session.Inputs, session.Outputs), family => family.Id == entry.Contract && family.Task == entry.Task);
        }
    }

    [Fact]
    public void A_file_written_by_hand_runs_and_is_recognised()
    {
        using TemporaryFolder folder = new();
        byte[] model = new OnnxGraph()
            .Input("target", 1, 3, 128, 128).Input("source", 1, 512).Output("output", 1, 3, 128, 128)
            .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 1 }), ("keepdims", 0))
            .Node("Mul", ["target", "mean"], "output")
            .ToArray();
        InferenceSession session = SessionCache.Get(ModelFile.Open(folder.Write("mine.onnx", model)));
        Assert.Equal("inswapper", Assert.Single(KnownContracts.Recognise(session.Inputs, session.Outputs)).Id);
    }

    [Fact]
    public void Every_family_has_a_name_and_a_form()
    {
        string[] names = [.. typeof(ContractNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        Assert.Equal(names.Order(StringComparer.Ordinal), KnownContracts.All.Select(contract => contract.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_network_of_another_family_is_refused_with_what_is_expected()
    {
        using TemporaryFolder folder = new();
        byte[] model = new OnnxGraph().Input("input", 1, 512).Output("output", 1, 512).Node("Identity", ["input"], "output").ToArray();
        InferenceSession session = SessionCache.Get(ModelFile.Open(folder.Write("mine.onnx", model)));
        KnownContracts.Require(ContractNames.CrossFace, session);
        ModelException failure = Assert.Throws<ModelException>(() => KnownContracts.Require(ContractNames.InSwapper, session));
        Assert.Equal(
            "The model 'mine.onnx' is not an inswapper, which takes 'target' 1x3x128x128, 'source' 1x512 and gives 1x3x128x128, "
            + "but takes 'input' 1x512 and gives 'output' 1x512; use a file of that family.",
            failure.Message);
    }

    // "name:1x3x?x?", with blanks between several; a name may hold a colon.
    private static TensorInfo[] Tensors(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tensor =>
        {
            int colon = tensor.LastIndexOf(':');
            return new TensorInfo(
                tensor[..colon],
                Inference.Tensors.TensorElement.Float32,
                [.. tensor[(colon + 1)..].Split('x', StringSplitOptions.RemoveEmptyEntries).Select(size => size == "?" ? (long?)null : long.Parse(size, null))]);
        }),
    ];
}
