#pragma OPENCL FP_CONTRACT OFF
typedef global float* type_0;
struct type_1;
struct type_1_kernel;
struct type_1_kernel;
struct type_1_kernel;
struct type_1
{
	type_0 field_2;
	long field_3;
};
struct type_1_kernel
{
	int field_2;
	long field_3;
};
kernel void Kernel_FillMatte(
	global float* view_4,
	global float* view_5,
	global float* view_6,
	int var0,
	int var1,
	struct type_1_kernel var2,
	struct type_1_kernel var3,
	struct type_1_kernel var4)
{
	struct type_1 var5;
	struct type_1 var6;
	struct type_1 var7;
	int var8;
	int var9;
	int var10;
	int var11;
	int var12;
	bool var13;
	int var14;
	int var15;
	int var16;
	int var17;
	int var18;
	bool var19;
	type_0 var20;
	long var21;
	long var22;
	long var23;
	long var24;
	long var25;
	type_0 var26;
	type_0 var27;
	type_0 var28;
	float var29;
	type_0 var30;
	type_0 var31;
	float var32;
	float var33;
	var5.field_2 = (type_0)view_4+var2.field_2;
	var5.field_3 = var2.field_3;
	var6.field_2 = (type_0)view_5+var3.field_2;
	var6.field_3 = var3.field_3;
	var7.field_2 = (type_0)view_6+var4.field_2;
	var7.field_3 = var4.field_3;
	L_7: ;
	var8 =  get_group_id ( 0 );
	var9 =  get_local_size ( 0 );
	var10 = (int)((int) var8 *  (int)var9);
	var11 =  get_local_id ( 0 );
	var12 = (int)((int) var10 +  (int)var11);
	var13 = (int) var12 >= (int) var0;
	if (var13)
		 goto L_8;
	 goto L_9;
	L_9: ;
	var14 =  get_group_id ( 1 );
	var15 =  get_local_size ( 1 );
	var16 = (int)((int) var14 *  (int)var15);
	var17 =  get_local_id ( 1 );
	var18 = (int)((int) var16 +  (int)var17);
	var19 = (int) var18 >= (int) var1;
	if (var19)
		 goto L_8;
	 goto L_10;
	L_10: ;
	var20 =  var7.field_2;
	var21 = (long)(int) var18;
	var22 = (long)(int) var0;
	var23 = (long)((long) var21 *  (long)var22);
	var24 = (long)(int) var12;
	var25 = (long)((long) var23 +  (long)var24);
	var26 =  & var20[var25];
	var27 =  var5.field_2;
	var28 =  & var27[var12];
	var29 =  *  var28;
	var30 =  var6.field_2;
	var31 =  & var30[var18];
	var32 =  *  var31;
	var33 = (float)((float) var29 *  (float)var32);
	 *  var26 =  var33;
	 goto L_8;
	L_8: ;
	 return ;
}
