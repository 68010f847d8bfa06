import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import type { EmailChangeService } from './email-change.service';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  ChangePasswordInput,
  ChangePasswordPayload,
  ConfirmEmailChangeInput,
  ConfirmEmailChangePayload,
  EndSessionInput,
  EndSessionPayload,
  FinishTourPayload,
  InvitationLink,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  SignInInput,
  SignInPayload,
  SignOutPayload,
  TokenArgs,
  ViewerObject,
} from './identity.types';
import type { InvitationLinkService } from './invitation-link.service';
import type { PasswordService } from './password.service';
import type { StartedSession } from './sessions';
import type { SessionService } from './session.service';
import type { SignInService } from './sign-in.service';

export const viewerOf = (ctx: RequestContext): ViewerObject | null =>
  ctx.viewer && { id: ctx.viewer.identityId };

function signedInWith(ctx: RequestContext, session: StartedSession | null) {
  if (session) {
    ctx.request.keepSession(session.token);
    ctx.becomes(session.viewer);
  }
  return { viewer: session && viewerOf(ctx), errors: [] };
}

function signedOut(ctx: RequestContext): void {
  ctx.request.keepSession(null);
  ctx.becomes(null);
}

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly emailChanges: EmailChangeService,
  ) {}

  @Query(() => ViewerObject, { nullable: true, description: 'Who is asking; null for strangers.' })
  viewer(@Ctx() ctx: RequestContext): ViewerObject | null {
    return viewerOf(ctx);
  }

  @Mutation(() => SignInPayload, {
    description: 'Start a session. Ten failures in a quarter of an hour are the limit.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' })
    { email, password }: SignInInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SignInPayload> {
    return signedInWith(ctx, await this.signIns.signIn(ctx, email, password));
  }

  @Mutation(() => SignOutPayload, { nullable: true, description: 'End this session.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<SignOutPayload> {
    await this.signIns.signOut(ctx);
    signedOut(ctx);
    return { signedOut: true, errors: [] };
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Have a link mailed with which a new password can be chosen.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose password is forgotten.' })
    { email }: RequestPasswordResetInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RequestPasswordResetPayload> {
    await this.passwords.requestReset(ctx, email);
    return { requested: true, errors: [] };
  }

  @Mutation(() => ResetPasswordPayload, {
    description: 'Choose a new password; every session of before ends.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the new password.' })
    { token, password }: ResetPasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ResetPasswordPayload> {
    return signedInWith(ctx, await this.passwords.reset(ctx, token, password));
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Choose the first password: activates the account and signs in.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, {
      description: 'The link, the first password, and the terms.',
    })
    { token, password, acceptedTermsVersion }: AcceptInvitationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AcceptInvitationPayload> {
    return signedInWith(
      ctx,
      await this.passwords.acceptInvitation(ctx, token, password, acceptedTermsVersion),
    );
  }

  @Mutation(() => ChangePasswordPayload, {
    nullable: true,
    description: 'Change one’s own password; every other session ends.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The old and the new password.' })
    { currentPassword, newPassword }: ChangePasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangePasswordPayload> {
    await this.passwords.change(ctx, currentPassword, newPassword);
    return { viewer: viewerOf(ctx), errors: [] };
  }

  @Mutation(() => ConfirmEmailChangePayload, { description: 'Confirm one half of an e-mail change.' })
  async confirmEmailChange(
    @Arg('input', () => ConfirmEmailChangeInput, { description: 'The link.' })
    { token }: ConfirmEmailChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConfirmEmailChangePayload> {
    const { waitsForOther } = await this.emailChanges.confirm(ctx, token);
    return { confirmed: true, waitsForOther, errors: [] };
  }

  @Mutation(() => EndSessionPayload, {
    nullable: true,
    description: 'End one of one’s own sessions, on whatever device.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'The session.' }) { id }: EndSessionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndSessionPayload> {
    await this.sessions.end(ctx, id);
    if (id.toLowerCase() === ctx.signedIn.sessionId) signedOut(ctx);
    return { viewer: viewerOf(ctx), errors: [] };
  }

  @Mutation(() => FinishTourPayload, {
    nullable: true,
    description: 'Note that the viewer has seen the tour.',
  })
  async finishTour(@Ctx() ctx: RequestContext): Promise<FinishTourPayload> {
    await this.sessions.finishTour(ctx);
    return { viewer: viewerOf(ctx), errors: [] };
  }
}

@Resolver()
export class InvitationLinkResolver {
  constructor(private readonly links: InvitationLinkService) {}

  @Query(() => InvitationLink, {
    description: 'What a mailed link is good for. NOT_FOUND for what is no link of this company.',
  })
  invitationLink(
    @Args(() => TokenArgs) { token }: TokenArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<InvitationLink> {
    return this.links.read(ctx, token);
  }
}
