import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Line } from '#platform/graphql';

@InputType({ description: 'Asks for a link and a code by mail.' })
export class RequestSignInInput {
  @Field(() => String, { description: 'The address they go to.' })
  @Line({ max: 254 })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Where to go afterwards: a path of this site.' })
  @IsOptional()
  @MaxLength(1000, { message: 'This path is too long.' })
  // Browsers read //host and /\host as another site.
  @Matches(/^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/, { message: 'Give a path of this site, such as /communities.' })
  returnTo?: string;
}

@InputType({ description: 'The six digits of the mail.' })
export class SignInWithCodeInput {
  @Field(() => ID, { description: 'What requestSignIn answered in this browser.' })
  @IsString({ message: 'Give the request that the code belongs to.' })
  requestId!: string;

  @Field(() => String, { description: 'Six digits; spaces do not matter.' })
  @MaxLength(40, { message: 'The code has six digits.' })
  code!: string;
}

@InputType({ description: 'The secret of the link in the mail.' })
export class SignInWithLinkInput {
  @Field(() => String, { description: 'The token at the end of the link.' })
  @MaxLength(200, { message: 'This is no link of ours.' })
  token!: string;
}

@InputType({ description: 'Address and password.' })
export class SignInWithPasswordInput {
  @Field(() => String, { description: 'The address of the account.' })
  @Line({ max: 254 })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  password!: string;
}

@InputType({ description: 'A new password.' })
export class SetPasswordInput {
  @Field(() => String, { nullable: true, description: 'The present one; left out by those who have none.' })
  @IsOptional()
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  current?: string;

  @Field(() => String, { description: '10 to 200 characters.' })
  @MinLength(10, { message: 'Choose at least 10 characters; four words are good.' })
  @MaxLength(200, { message: 'Choose at most 200 characters.' })
  password!: string;
}
