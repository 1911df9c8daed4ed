using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>A network of a fixed size looks at a finer crop: no aliases, no lattice, all phases at once where it takes them.</summary>
public sealed class PixelBoostTests : IDisposable
{
    private const int Side = 128;

    private readonly SwapperRig _rig = new();

    [Theory]
    [InlineData(256)]
    [InlineData(384)]
    [InlineData(1024)]
    public void A_network_that_changes_nothing_gives_the_plate_back(int side)
    {
        _rig.Write("nothing inswapper.onnx", Network(1).Node("Add", ["target", "nothing"], "output").Constant("emap", [512, 512], new float[512 * 512]));
        using SwappedFace swapped = Swap("nothing inswapper.onnx", side, plateDetail: 0);
        _rig.Expect(swapped, Templates.Arcface128, Side, (place, _) => SwapperRig.Plate(place).AsVector3(), 2e-3f);
    }

    [Fact]
    public void What_a_network_does_to_every_other_pixel_leaves_no_lattice()
    {
        // Its own pixels' checkerboard, which every phase answers with its own.
        float[] board = new float[Side * Side];
        for (int i = 0; i < board.Length; i++)
            board[i] = ((i % Side) + (i / Side)) % 2 == 0 ? 0.1f : -0.1f;
        _rig.Write("board inswapper.onnx", Network(1).Constant("board", [1, 1, Side, Side], board)
            .Node("Add", ["target", "board"], "uneven").Node("Add", ["uneven", "nothing"], "output").Constant("emap", [512, 512], new float[512 * 512]));
        using SwappedFace fine = Swap("board inswapper.onnx", 512, plateDetail: 0);
        double energy = 0;
        int count = 0;
        for (int y = fine.Region.Y1; y < fine.Region.Y2; y++)
        {
            for (int x = fine.Region.X1; x < fine.Region.X2; x++)
            {
                Vector2 place = new(x + 0.5f, y + 0.5f), crop = _rig.InCrop(Templates.Arcface128, Side, place);
                if (Math.Min(Math.Min(crop.X, crop.Y), Math.Min(Side - crop.X, Side - crop.Y)) < 12)
                    continue;
                energy += (fine.Result.Row(y - fine.Region.Y1)[x - fine.Region.X1] - SwapperRig.Plate(place)).AsVector3().LengthSquared() / 3;
                count++;
            }
        }

        Assert.InRange(Math.Sqrt(energy / count), 0, 0.05);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(256, 4)]
    [InlineData(512, 16)]
    public void All_phases_go_through_at_once_where_the_network_takes_them(int side, int phases)
    {
        // It answers how many pictures it was given.
        _rig.Write("batches inswapper.onnx", Network(null)
            .Constant("zero", [1], 0f).Constant("one", [1], 1f).Constant("hundredth", [1], 0.01f).Constant("first", [1], 0L)
            .Node("Mul", ["target", "zero"], "zeros").Node("Add", ["zeros", "one"], "ones")
            .Node("ReduceSum", ["ones", "first"], "count", ("keepdims", 1)).Node("Mul", ["count", "hundredth"], "share")
            .Node("Add", ["zeros", "share"], "counted").Node("Add", ["counted", "nothing"], "output").Constant("emap", [512, 512], new float[512 * 512]));
        using SwappedFace swapped = Swap("batches inswapper.onnx", side, plateDetail: 0);
        _rig.Expect(swapped, Templates.Arcface128, Side, (_, _) => new Vector3(0.01f * phases), 2e-3f);
    }

    public void Dispose() => _rig.Dispose();

    private SwappedFace Swap(string file, int side, float plateDetail) =>
        _rig.Swap(new NetworkOptions(Swapper.File, _rig.PathOf(file)) { Side = side, PlateDetail = plateDetail });

    // An inswapper without an identity: "nothing" is 0 for each picture of the batch.
    private static OnnxGraph Network(long? batch) => new OnnxGraph()
        .Input("target", batch, 3, Side, Side).Input("source", batch, 512).Output("output", batch, 3, Side, Side)
        .Constant("none", [512, 1], new float[512]).Constant("shape", [4], -1L, 1L, 1L, 1L)
        .Node("MatMul", ["source", "none"], "flat").Node("Reshape", ["flat", "shape"], "nothing");
}
